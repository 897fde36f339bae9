/**
 * Marks a text that others wrote as material. The brackets cannot be forged: whatever looks like one in the text is
 * replaced before it is put between them.
 */
export function fence(label: string, text: string): string {
  return `⟦${label}\n${text.replace(/[⟦⟧〚〛]/gu, '|')}\n${label}⟧`;
}
