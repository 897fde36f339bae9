import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { calculate } from '../../api/calculations.ts';
import { useStrings } from '../../language/language.tsx';

/** The sum in capitals, as the document will write it. */
export function MoneyCapitals({ yuan }: { yuan: number }) {
  const { documents } = useStrings();
  const [settled, setSettled] = useState(yuan);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(yuan), 400);
    return () => clearTimeout(timer);
  }, [yuan]);
  const { data } = useQuery({
    queryKey: ['capitals', settled],
    queryFn: ({ signal }) => calculate('capitals', { amount: String(settled) }, signal),
    enabled: settled > 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const words = data?.results.find(({ id }) => id === 'capitals')?.value;
  if (words === undefined || settled !== yuan) return null;
  return (
    <p lang="zh-CN" data-testid="capitals" className="text-sm text-soft">
      {documents.form.capitals(words)}
    </p>
  );
}
