import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, useState } from 'react';
import { useStrings } from '../language/language.tsx';
import { IconButton } from '../ui/button.tsx';
import { controlClass } from '../ui/field.tsx';

type Props = InputHTMLAttributes<HTMLInputElement> & { 'data-testid'?: string };

export function PasswordInput(props: Props) {
  const [shown, setShown] = useState(false);
  const { session } = useStrings();
  return (
    <div className="relative">
      <input {...props} type={shown ? 'text' : 'password'} className={`${controlClass} h-11 pr-12`} />
      <IconButton
        label={shown ? session.hidePassword : session.showPassword}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-1 right-1 pointer-coarse:top-0 pointer-coarse:right-0"
      >
        {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
      </IconButton>
    </div>
  );
}
