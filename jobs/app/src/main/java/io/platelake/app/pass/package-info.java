/** Takes the reads of one vehicle passing one camera together, beside the reads. */
package io.platelake.app.pass;
