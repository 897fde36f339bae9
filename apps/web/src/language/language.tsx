import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Strings, zh } from '../strings/zh.ts';

export type Language = 'zh' | 'en';
const key = 'lutai.language';
const tags = { zh: 'zh-CN', en: 'en' } as const;

interface LanguageValue {
  language: Language;
  strings: Strings;
  choose: (language: Language) => void;
}
const LanguageContext = createContext<LanguageValue | null>(null);

function stored(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** Chinese is part of the first load; English is fetched when it is chosen. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(stored);
  const [english, setEnglish] = useState<Strings | null>(null);

  useEffect(() => {
    document.documentElement.lang = tags[language];
    if (language !== 'en' || english !== null) return;
    let current = true;
    import('../strings/en.ts').then(
      (loaded) => current && setEnglish(loaded.en),
      () => current && setLanguage('zh'),
    );
    return () => {
      current = false;
    };
  }, [language, english]);

  const choose = useCallback((next: Language) => {
    try {
      localStorage.setItem(key, next);
    } catch {
      // Kept until the page is closed.
    }
    setLanguage(next);
  }, []);

  const value = useMemo(
    () => ({ language, strings: language === 'en' && english !== null ? english : zh, choose }),
    [language, english, choose],
  );
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageValue {
  const value = useContext(LanguageContext);
  if (value === null) throw new Error('useLanguage outside LanguageProvider');
  return value;
}

export function useStrings(): Strings {
  return useLanguage().strings;
}
