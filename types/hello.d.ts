export function hello(): string;
