import 'server-only';

export { ENQUEUE, type OutgoingNotice } from './enqueue';
export { type HouseNotice, tellPeople } from './tell-people';
