/** Audits: logs screened, sampled, reviewed, reported on and handed out. */
package io.platelake.app.audit;
