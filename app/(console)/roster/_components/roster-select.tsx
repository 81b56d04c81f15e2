import { Select } from '@/components/ui/inputs';

/** Which roster a form is about, at the revision seen; unseen when there is only one. */
export function RosterSelect({
  rosters,
  label,
  chosen,
}: {
  rosters: readonly { id: string; name: string; revision: number }[];
  label: string;
  /** Id, or a mark as a form sent it. */
  chosen?: string | undefined;
}) {
  const options = rosters.map(({ id, name, revision }) => ({
    value: `${id} ${revision}`,
    label: name,
  }));
  const [only] = options;
  if (options.length === 1 && only) {
    return <input type="hidden" name="mark" value={only.value} />;
  }
  const id = chosen?.split(' ')[0];
  return (
    <Select
      name="mark"
      label={label}
      options={options}
      defaultValue={options.find(({ value }) => value.split(' ')[0] === id)?.value}
      required
    />
  );
}
