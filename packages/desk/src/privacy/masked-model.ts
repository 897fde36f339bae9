import type { GenerateInput, LanguageModel } from '@lutai/model';
import type { Masker } from './create-masker.ts';
import { tokenBegun } from './tokens.ts';

/**
 * A language model that sees tokens instead of personal data: system text and messages are masked before they leave (what is
 * masked already stays), the strings of the reply are unmasked, garbled tokens too. `onUnknown` is given the tokens of a reply
 * that the masker never issued. Throws what `model` throws, and its messages keep their tokens.
 */
export function maskedModel(
  model: LanguageModel,
  masker: Masker,
  onUnknown: (tokens: string[]) => void = () => {},
): LanguageModel {
  return {
    name: model.name,
    async generate(input) {
      const { onText } = input;
      const masked: GenerateInput<typeof input.schema> = {
        ...input,
        // The messages first: what they make known is masked in the system text too.
        messages: input.messages.map(({ role, content }) => ({ role, content: masker.maskRest(content) })),
        system: masker.maskInstructions(input.system),
        ...(onText ? { onText: (text: string) => onText(unmaskStream(masker, text)) } : {}),
      };
      const generated = await model.generate(masked);
      const unknown = new Set<string>();
      const value = mapStrings(generated.value, (text) => {
        const reply = masker.unmaskReply(text);
        for (const token of reply.unknown) unknown.add(token);
        return reply.text;
      });
      if (unknown.size > 0) onUnknown([...unknown]);
      // Safe: only strings are replaced by strings, the shape is the schema's.
      return { ...generated, value: value as typeof generated.value };
    },
  };
}

/** A reply in JSON as far as it has come: a token that has only begun is held back, an original is written as JSON. */
function unmaskStream(masker: Masker, text: string): string {
  const whole = text.replace(tokenBegun, '');
  return masker.unmaskReply(whole, (original) => JSON.stringify(original).slice(1, -1)).text;
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [map(key), mapStrings(item, map)]));
}
