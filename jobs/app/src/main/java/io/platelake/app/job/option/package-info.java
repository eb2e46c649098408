/** Options that several commands share, and what people may write in them. */
package io.platelake.app.job.option;
