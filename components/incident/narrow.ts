/** In a narrow place a row is its title, and under it what matters, without the words over it. */
export const narrow = {
  row: '@max-[40rem]:flex! @max-[40rem]:flex-wrap @max-[40rem]:items-center @max-[40rem]:gap-x-3 @max-[40rem]:px-4',
  cell: '@max-[40rem]:min-w-0! @max-[40rem]:p-0!',
  /** Left out where the table just fits. */
  late: '@min-[40rem]:@max-[54rem]:hidden',
};
