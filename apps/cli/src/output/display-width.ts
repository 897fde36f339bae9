/** A Chinese character takes the room of two letters at a terminal. */
export const displayWidth = (text: string) =>
  [...text].reduce((width, letter) => width + (/[\u1100-\uffef]/.test(letter) ? 2 : 1), 0);
