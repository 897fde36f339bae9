import type { Provision } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { ProvisionBody } from '../citations/provision-body.tsx';
import { useStrings } from '../language/language.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Highlighted } from './highlighted.tsx';

interface LawArticleProps {
  provision: Provision;
  law: string;
  /** To be marked in the text; null where nothing is looked for or this provision does not match. */
  words: string[] | null;
  current: boolean;
}

/** One 条. Its number is the link to it. */
export const LawArticle = memo(function LawArticle({ provision, law, words, current }: LawArticleProps) {
  const { corpus } = useStrings();
  return (
    <div
      data-testid="law-article"
      aria-current={current || undefined}
      className={`group flex gap-3 rounded-lg px-3 py-2.5 leading-8 ${current ? 'bg-accent-soft' : ''}`}
    >
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold">
          <Link
            to="/corpus/laws/$lawId"
            params={{ lawId: provision.lawId }}
            search={{ version: provision.versionId, provision: provision.id }}
            resetScroll={false}
            className="hover:text-accent"
          >
            {provision.article}
          </Link>
        </h3>
        {words ? (
          <p className="whitespace-pre-wrap">
            <Highlighted text={provision.text} words={words} />
          </p>
        ) : (
          <ProvisionBody text={provision.text} paragraphs={provision.paragraphs} />
        )}
      </div>
      {provision.kind === 'article' && (
        <span className="opacity-0 transition-opacity focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <CopyButton text={`《${law}》${provision.article}`} label={corpus.law.copyCitation} />
        </span>
      )}
    </div>
  );
});
