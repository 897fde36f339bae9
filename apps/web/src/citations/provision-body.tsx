import type { Provision } from '@lutai/contracts';

/** The words of a provision, 款 by 款 and 项 by 项; as one text where its structure is not known. */
export function ProvisionBody({ text, paragraphs }: { text: string; paragraphs?: Provision['paragraphs'] }) {
  if (paragraphs === undefined || paragraphs.length === 0) {
    return <p className="whitespace-pre-wrap">{text}</p>;
  }
  return (
    <div className="flex flex-col gap-2">
      {paragraphs.map((paragraph, index) => (
        <div key={index}>
          <p>{paragraph.text}</p>
          {paragraph.items.length > 0 && (
            <ul className="mt-1 flex flex-col gap-1 pl-8">
              {paragraph.items.map((item) => (
                <li key={item.label} className="-indent-8 pl-0">
                  {item.text.startsWith(item.label) ? item.text : `${item.label}${item.text}`}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
