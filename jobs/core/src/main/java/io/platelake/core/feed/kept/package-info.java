/** Records again, from what quarantine keeps of them: their text, without the file. */
package io.platelake.core.feed.kept;
