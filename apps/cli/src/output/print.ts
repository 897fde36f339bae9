/** One JSON document on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export const print = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** What is not the answer itself (progress, remarks) goes to stderr. */
export const remark = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
