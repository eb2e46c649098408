/** Access logs that vendors hand out: checked, imported, and held against each other. */
package io.platelake.app.audit.vendor;
