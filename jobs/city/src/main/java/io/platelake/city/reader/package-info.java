/** What a camera reports of a passing vehicle, misreads included. */
package io.platelake.city.reader;
