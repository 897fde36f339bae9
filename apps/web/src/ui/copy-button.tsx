import { Copy } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { IconButton } from './button.tsx';
import { useToast } from './toast.tsx';

export function CopyButton({ text, label }: { text: string; label: string }) {
  const { common } = useStrings();
  const tell = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      tell(common.copied);
    } catch {
      // Without HTTPS a browser may refuse: the text can still be selected by hand.
      tell(text);
    }
  };
  return (
    <IconButton label={label} onClick={() => void copy()}>
      <Copy aria-hidden className="size-4" />
    </IconButton>
  );
}
