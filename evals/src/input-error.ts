/** A test set, a run file or a history that cannot be used. `message` is Chinese and names the file and the place in it. */
export class EvaluationInputError extends Error {
  override readonly name = 'EvaluationInputError';
}
