declare function greet(callback: (text: string) => void): void;
export = greet;
