import { createContext, useContext, useState, type ReactNode } from 'react';
import type { SessionView } from '../api/contracts';
import type { Viewer } from '../api/client';

interface PostChoice {
  viewer: Viewer;
  /** Acting post; null looks at everything, where development allows it. */
  post: string | null;
  /** Whether that post is an administrator's; the server decides, the console only shows the way. */
  administrator: boolean;
  /** Chooses a development post. */
  choose: (post: string | null) => void;
  session: SessionView;
}

const KEY = 'dondoc.post';
const Context = createContext<PostChoice | null>(null);

/** Who looks: the person who is signed in, else a development post, remembered until the window is closed. */
export function PostProvider({ session, children }: { session: SessionView; children: ReactNode }) {
  const [chosen, setPost] = useState<string | null>(() => sessionStorage.getItem(KEY));
  const choose = (next: string | null): void => {
    if (next === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, next);
    setPost(next);
  };
  const post = session.me ? session.me.post : session.development ? chosen : null;
  const way = session.me ? 'account' : post === null ? 'everyone' : 'development';
  const held = session.me?.posts.find(({ id }) => id === post);
  // the ids of development posts tell their role
  const administrator = held ? held.role === 'administrator' : (post ?? '').endsWith(':administrator');
  const value = { viewer: { way, post } as const, post, administrator, choose, session };
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const usePost = (): PostChoice => useContext(Context)!;
