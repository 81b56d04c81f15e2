'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import { namesOf } from '@/lib/plan/elements';
import type { ResponsePlan } from '@/lib/plan/schema';
import { useDraft } from '../_form/draft-context';
import { ElementList } from '../_form/element-list';
import { FormFrame } from '../_form/form-frame';
import { ACTING_ROLES, useRoleOptions } from '../_form/role-options';
import type { PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { useElementForm } from '../_form/use-element-form';

type RoleName = ResponsePlan['roles'][number];

/** 角色: what the plan calls the people, and what each of them does. */
export function RolesSection({
  roles,
  scope,
  open,
}: {
  roles: readonly RoleName[];
  scope: PlanScope;
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('words');
  const { save } = useDraft();
  const names = namesOf('roles', roles);
  return (
    <Panel title={t('part.roles')} count={roles.length} flush>
      <ElementList
        open={open}
        addLabel={t('role.add')}
        emptyText={t('role.none')}
        onMove={(name, to) => save({ do: 'move', list: 'roles', name, to })}
        items={roles.map((one, index) => ({
          name: names[index] ?? one.role,
          title: one.label[scope.language],
          summary: (
            <>
              {t('role.is', { role: words(`role.${one.role}`), count: scope.holders[one.role] })}
              {one.duties && <span className="block">{one.duties[scope.language]}</span>}
            </>
          ),
        }))}
        renderForm={(name, close) => (
          <RoleForm
            name={name}
            role={roles[names.indexOf(name ?? '')] ?? null}
            taken={names}
            {...{ scope, close }}
          />
        )}
      />
    </Panel>
  );
}

function RoleForm({
  name,
  role,
  taken,
  scope,
  close,
}: {
  name: string | null;
  role: RoleName | null;
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const form = useElementForm<RoleName>(
    role ?? { role: 'office', label: { zh: '', en: '' } },
    (value, changed): PlanEdit | null => {
      if (!role || name === null) return { do: 'add', list: 'roles', value: { ...value } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'roles', name, fields: changed };
    },
    () => {
      const times = taken.filter((one) => one.split('#')[0] === value.role).length;
      close(name ?? (times === 0 ? value.role : `${value.role}#${times + 1}`));
    },
  );
  const { value, set, id, errorOf } = form;
  const options = useRoleOptions(scope, ACTING_ROLES);
  return (
    <FormFrame
      form={form}
      name={role?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        name !== null
          ? () => form.run({ do: 'remove', list: 'roles', name }, () => close(''))
          : undefined
      }
      saveLabel={role ? undefined : t('role.add')}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <LabelField
          id={id('label')}
          label={t('role.label')}
          required
          error={errorOf('label')}
          value={value.label}
          onChange={(label) => set('label', label)}
        />
        <Select
          id={id('role')}
          name={id('role')}
          label={t('role.role')}
          hint={t('role.roleHint')}
          options={options}
          value={value.role}
          onChange={({ target }) => set('role', target.value as RoleName['role'])}
        />
      </div>
      <LabelField
        id={id('duties')}
        label={t('role.duties')}
        isLong
        error={errorOf('duties')}
        value={value.duties}
        onChange={(duties) => set('duties', duties.zh || duties.en ? duties : undefined)}
      />
    </FormFrame>
  );
}
