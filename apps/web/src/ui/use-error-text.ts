import { RequestError } from '../api/request-error.ts';
import { useLanguage } from '../language/language.tsx';

/** A failure as a sentence for the reader. The server speaks Chinese; in English its own words stand in brackets. */
export function useErrorText(): (error: unknown) => string {
  const { language, strings } = useLanguage();
  return (error) => {
    if (!(error instanceof RequestError)) return strings.common.errors.internal;
    const own = strings.common.errors[error.code];
    if (error.message === '') return own;
    return language === 'zh' ? error.message : `${own} (${error.message})`;
  };
}
