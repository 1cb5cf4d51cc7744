import 'reflect-metadata';
import { SetMetadata } from '@nestjs/common';

const CLASS_KEY = 'temporal:activities';
const METHOD_KEY = 'temporal:activity';
type AnyFn = (...args: never[]) => unknown;
export type ActivityMap = Record<string, AnyFn>;

/** Marks a provider whose @Activity() methods are registered with the worker. */
export const Activities = (): ClassDecorator => SetMetadata(CLASS_KEY, true);
/** Marks a method as an activity; the name defaults to the method's name. */
export const Activity =
  (name?: string): MethodDecorator =>
  (_target, key, descriptor) => {
    Reflect.defineMetadata(METHOD_KEY, name ?? String(key), descriptor.value as object);
  };

export const isActivities = (cls: unknown): boolean =>
  typeof cls === 'function' && Reflect.getMetadata(CLASS_KEY, cls) === true;

const proto = (o: object): object | null => Object.getPrototypeOf(o) as object | null;

/** Bound activity functions of the given instances; duplicate names throw. */
export function activitiesOf(...instances: object[]): ActivityMap {
  const out: ActivityMap = {};
  for (const instance of instances) {
    for (let p = proto(instance); p && p !== Object.prototype; p = proto(p)) {
      for (const key of Object.getOwnPropertyNames(p)) {
        const fn = Object.getOwnPropertyDescriptor(p, key)?.value as unknown;
        if (typeof fn !== 'function') continue;
        const name = Reflect.getMetadata(METHOD_KEY, fn) as string | undefined;
        if (!name) continue;
        if (Object.hasOwn(out, name)) throw new Error(`Duplicate Temporal activity "${name}"`);
        out[name] = (fn as AnyFn).bind(instance);
      }
    }
  }
  return out;
}
