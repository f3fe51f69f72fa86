import { useCommand } from '../../commands/commands.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { usePassagesView } from '../passages-view.ts';

/** The command that grades the passage in focus, from the text or from anywhere else. */
export function useGradeCommand(): void {
  const passageId = useWorkspace((state) => state.passageId);
  useCommand(
    'passage.grade',
    () => {
      useWorkspace.getState().set({ passagesShown: true });
      usePassagesView.setState({ grading: passageId });
    },
    { enabled: passageId !== null },
  );
}
