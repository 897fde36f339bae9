// Without the letters and digits that are taken for each other when read aloud or copied by hand. 32 of them: no bias.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789A';

/** A random password of 16 signs in groups of four (80 bits). */
export function newPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const letters = Array.from(bytes, (byte) => signs.charAt(byte % signs.length)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
