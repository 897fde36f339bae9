/** A document's text, a line for each paragraph. */
export function PlainText({ text }: { text: string }) {
  return (
    <div lang="zh-CN" className="flex flex-col gap-2 text-base leading-8 [overflow-wrap:anywhere]">
      {text.split('\n').map((line, at) => (
        <p key={at} className={at === 0 ? 'text-center text-lg font-semibold' : undefined}>
          {line}
        </p>
      ))}
    </div>
  );
}
