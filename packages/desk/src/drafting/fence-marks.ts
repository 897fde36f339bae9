/** What a reader does not see and a model reads all the same: zero-width, bidirectional, tag and filling characters. */
const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\n\t])\p{Cc}/gu;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;

/** The brackets of the fence and every bracket that may be taken for one; 《》, 「」, 【】 and those of masks are not. */
const fenceLike = /[⟦⟧〚〛⟬⟭〘〙⦃-⦘⸢-⸥⁅⁆⌜-⌟⎡-⎦⟪⟫«»]|[[［]{2,}|[\]］]{2,}|【{2,}|】{2,}/gu;

/** `<|im_start|>`, `</s>`, `<tool_call>`, `<think>`, `<｜User｜>`: what templates of models and markup begin with. */
const markupLike = /[<＜‹](?=[/!?]?[\p{Script=Latin}|｜_<＜])/gu;
/** `[INST]`, `[/INST]`, `[TOOL_CALLS]`, `[gMASK]`. */
const tokenLike =
  /\[(\/?(?:INST|SYS|SYSTEM[A-Z_]*|TOOL[A-Z_]*|AVAILABLE_TOOLS|USER|ASSISTANT|g?MASK|BOS|EOS|CLS|SEP))\]/giu;

const speakers =
  'system|assistant|user|human|developer|tool|function|ai|instructions?|prompt|系统(?:消息|提示|指令|说明)?|助手|助理|用户|开发者|管理员|工具(?:结果|返回)?|我方|客户|问|答|要求|说明';
/** A line that looks like the beginning of another speaker's words, or of another part of the prompt. */
const speakerLine = new RegExp(
  `^(?=[ \\t　]*(?:(?:[#*=>_~|-]{1,6}|[「『【\\[（(])[ \\t　]*)?(?:${speakers})[ \\t　]*(?:[」』】\\]）)*]{1,2})?[ \\t　]*(?:[:：]|$)|[ \\t　]*(?:#{1,6}[ \\t　]|-{3,}|={3,}|\`{3,}|~{3,}))`,
  'gimu',
);

/** The text without what cannot be seen, its line breaks plain. */
export const withoutUnseen = (text: string): string => text.replace(lineBreaks, '\n').replace(unseen, '');

/** Whether a text carries a mark of the fence or something that may be taken for one. */
export const hasFenceMark = (text: string): boolean => text.search(fenceLike) >= 0;

/**
 * Words that others wrote, such that they can be nothing else: no bracket of the fence, no token of a model's own template,
 * no line that looks like another speaker's. What a person reads stays the same but for those marks.
 */
export const asMaterial = (text: string): string =>
  withoutUnseen(text)
    .replace(fenceLike, '|')
    .replace(tokenLike, '（$1）')
    .replace(markupLike, '‹ ')
    .replace(speakerLine, '| ');
