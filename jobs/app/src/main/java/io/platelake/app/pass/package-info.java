/** Groups the reads of one vehicle at one camera into a pass; the reads stay. */
package io.platelake.app.pass;
