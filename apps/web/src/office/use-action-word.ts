import { useStrings } from '../language/language.tsx';

/** The action of an audit entry in plain words; as it is written where there are none for it. */
export function useActionWord(): (action: string) => string {
  const { actions } = useStrings().office.audit;
  return (action) => actions[action] ?? action;
}
