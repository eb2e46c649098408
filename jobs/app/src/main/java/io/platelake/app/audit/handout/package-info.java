/** The access log handed out: redacted for public records, and as OCSF for another system. */
package io.platelake.app.audit.handout;
