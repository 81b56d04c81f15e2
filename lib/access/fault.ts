export type AccessFaultCode =
  | 'unknown_org'
  | 'unknown_unit'
  | 'unknown_user'
  | 'unknown_role'
  | 'unknown_token'
  | 'roles_do_not_combine'
  | 'username_invalid'
  | 'username_taken'
  | 'name_invalid'
  | 'code_invalid'
  | 'code_taken'
  | 'password_refused'
  | 'scope_invalid'
  | 'inactive';

/** A change of accounts or institutions that cannot be made; the message says why, in English. */
export class AccessFault extends Error {
  override readonly name = 'AccessFault';
  constructor(
    readonly code: AccessFaultCode,
    message: string,
  ) {
    super(message);
  }
}
