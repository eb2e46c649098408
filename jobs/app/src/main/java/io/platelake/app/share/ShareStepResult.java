package io.platelake.app.share;

import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import java.util.List;

/**
 * What a step of a share gives.
 *
 * @param denials reasons that are left
 * @param reasons their names
 */
record ShareStepResult(
    RunOutcome outcome, long denials, String shareId, List<String> reasons, List<String> lines)
    implements RunResult {}
