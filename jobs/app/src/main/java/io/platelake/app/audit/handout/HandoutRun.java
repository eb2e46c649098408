package io.platelake.app.audit.handout;

import io.platelake.app.job.Detail;
import io.platelake.app.job.RunResult;
import java.util.List;

/** What a handout of the log gives. */
record HandoutRun(long rows, @Detail(key = "manifest.json") String manifest, List<String> lines)
    implements RunResult {}
