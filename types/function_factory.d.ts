declare function createFunction(): () => string;
export = createFunction;
