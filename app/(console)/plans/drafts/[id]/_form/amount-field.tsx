import { Input } from '@/components/ui/inputs';

/** A whole amount that may be left out; empty = the product's figure. */
export function AmountField({
  id,
  label,
  hint,
  error,
  max,
  value,
  onChange,
}: {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  max: number;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  return (
    <Input
      id={id}
      name={id}
      label={label}
      hint={hint}
      error={error}
      type="number"
      min={1}
      max={max}
      step={1}
      value={value ?? ''}
      onChange={({ target }) =>
        onChange(
          target.value ? Math.min(max, Math.max(1, Math.trunc(Number(target.value)))) : undefined,
        )
      }
    />
  );
}
