import { createContext, useContext, useState, type ReactNode } from 'react';

interface PostChoice {
  /** Acting post; null looks at everything, where development allows it. */
  post: string | null;
  choose: (post: string | null) => void;
}

const KEY = 'dondoc.post';
const Context = createContext<PostChoice>({ post: null, choose: () => undefined });

/** Remembers the chosen post until the window is closed. */
export function PostProvider({ children }: { children: ReactNode }) {
  const [post, setPost] = useState<string | null>(() => sessionStorage.getItem(KEY));
  const choose = (next: string | null): void => {
    if (next === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, next);
    setPost(next);
  };
  return <Context.Provider value={{ post, choose }}>{children}</Context.Provider>;
}

export const usePost = (): PostChoice => useContext(Context);
