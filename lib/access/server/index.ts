import 'server-only';

export { authorize, type Grant } from '../authorize';
export {
  ACCOUNT_ACTS,
  type Account,
  type AccountAct,
  changeAccount,
  listAccounts,
} from './accounts';
export { type Identity, loadActor } from './actor';
export { authOptions } from './auth-options';
export { generatePassword } from './password';
export {
  createUser,
  findUserId,
  listDemoPeople,
  type NewPerson,
  setActive,
  setPassword,
  setRoles,
  unlockUser,
} from './people';
export {
  ADMIN_ACTOR,
  type ChangeType,
  personActor,
  type RecordedChange,
  recordAccess,
  recordChange,
} from './record';
export { findSessionId, requireActor, requireSignedIn } from './session';
export { loadShell, mayOpen } from './shell';
export { type SignInOutcome, signIn } from './sign-in';
export { actorFromBearer, type BearerIdentity, createToken, revokeToken } from './tokens';
export {
  listSessions,
  resolveSession,
  revokeSession,
  type SignedIn,
} from './user-session';
