/**
 * Content-Disposition of a file to be saved (RFC 6266): the name in UTF-8 (RFC 5987), and an ASCII one for what cannot
 * read it.
 */
export function attachment(name: string, ascii: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
