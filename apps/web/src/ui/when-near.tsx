import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Draws its content only once it comes near the window; until then it is as high as `estimate` (rem). */
export function WhenNear({ estimate, children }: { estimate: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (near || element === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '800px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return (
    <div ref={box} style={near ? undefined : { minHeight: `${estimate}rem` }}>
      {near && children}
    </div>
  );
}
