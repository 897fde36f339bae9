import { CircleAlert, CircleCheck } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

interface Toast {
  id: number;
  tone: 'ok' | 'danger';
  text: string;
}
type Tell = (text: string, tone?: Toast['tone']) => void;
const ToastContext = createContext<Tell>(() => {});

/** Short confirmations at the foot of the page, read out politely and gone after five seconds. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const tell = useCallback<Tell>((text, tone = 'ok') => {
    next.current += 1;
    const id = next.current;
    setToasts((before) => [...before.slice(-2), { id, tone, text }]);
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.id !== id)), 5000);
  }, []);
  const value = useMemo(() => tell, [tell]);
  return (
    <ToastContext.Provider value={value}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-20 z-[60] flex flex-col items-center gap-2 sm:bottom-6"
      >
        {toasts.map((toast) => (
          <div
            key={toast.id}
            className="anim-rise flex items-center gap-2 rounded-xl bg-ink px-4 py-2.5 text-sm text-canvas shadow-over"
          >
            {toast.tone === 'ok' ? (
              <CircleCheck aria-hidden className="size-4" />
            ) : (
              <CircleAlert aria-hidden className="size-4" />
            )}
            {toast.text}
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}

export function useToast(): Tell {
  return useContext(ToastContext);
}
