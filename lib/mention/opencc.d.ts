declare module 'opencc-js/t2cn' {
  export function Converter(options: {
    from: 'tw' | 't' | 'hk';
    to: 'cn';
  }): (text: string) => string;
}
