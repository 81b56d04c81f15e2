/**
 * Makes the two roles and the database when they are missing, and gives the roles the
 * passwords of this installation. Needs the npm packages.
 * @param {number} port on 127.0.0.1
 * @param {{superuserPassword: string, ownerPassword: string, appPassword: string}} secrets
 * @returns {Promise<{appUrl: string, ownerUrl: string, superuserUrl: string}>}
 */
export async function prepareRoles(port, secrets) {
  const { default: pg } = await import('pg');
  const url = (user, password, database) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  const client = new pg.Client(url('postgres', secrets.superuserPassword, 'postgres'));
  await client.connect();
  try {
    await ensureRole(client, 'huiying_owner', secrets.ownerPassword, 'CREATEDB');
    await ensureRole(client, 'huiying_app', secrets.appPassword, 'NOCREATEDB');
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'huiying'");
    if (found.rowCount === 0) await client.query('CREATE DATABASE huiying OWNER huiying_owner');
  } finally {
    await client.end();
  }
  return {
    appUrl: url('huiying_app', secrets.appPassword, 'huiying'),
    ownerUrl: url('huiying_owner', secrets.ownerPassword, 'huiying'),
    superuserUrl: url('postgres', secrets.superuserPassword, 'huiying'),
  };
}

async function ensureRole(client, name, password, right) {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  const secret = client.escapeLiteral(password);
  await client.query(`${verb} ROLE ${name} LOGIN NOSUPERUSER ${right} PASSWORD ${secret}`);
}
