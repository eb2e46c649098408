/** What a published figure may show. */
package io.platelake.core.disclosure;
