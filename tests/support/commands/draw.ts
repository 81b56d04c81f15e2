import type { CommandInput, CommandType } from '@/lib/incident/commands';
import type { Collection } from '@/lib/incident/model';
import { fixedId, type PersonName, ROADS, WATER, type World } from '../incident-world';

/** Choices one random command is made of; each command takes what it needs. */
export interface Draw {
  who: PersonName;
  type: CommandType;
  minutes: number;
  pick: number;
  flag: boolean;
  back: number;
}

export type Maker<T extends CommandType> = (world: World, draw: Draw) => CommandInput<T>;

/** Makers of some commands. */
export type Makers = { [T in CommandType]?: Maker<T> };

export const any = <T>(list: readonly T[], { pick }: Draw): T => list[pick % list.length] as T;

export const unit = (draw: Draw) => any([ROADS, ROADS, WATER], draw);

/** Id of some row, sometimes of none. */
export function some(collection: Collection, world: World, draw: Draw): string {
  const rows = world.current[collection] as readonly { id: string }[];
  return rows.length === 0 ? fixedId(7, 7) : any(rows, draw).id;
}

export function shifted(world: World, minutes: number): string {
  return new Date(Date.parse(world.now) + minutes * 60_000).toISOString();
}

export const past = (world: World, { flag, back }: Draw) => (flag ? shifted(world, -back) : null);

export const future = (world: World, { flag, back }: Draw) =>
  flag ? shifted(world, back + 1) : null;
