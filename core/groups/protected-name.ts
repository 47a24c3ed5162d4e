// Defined with the words policies are written in, because the directory's import obeys it too and stands before groups.
export { isProtectedGroupName } from '../access/protected-name.ts';
