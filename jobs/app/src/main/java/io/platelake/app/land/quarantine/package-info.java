/** Records in quarantine: why they wait, what they look like, and how they land after a repair. */
package io.platelake.app.land.quarantine;
