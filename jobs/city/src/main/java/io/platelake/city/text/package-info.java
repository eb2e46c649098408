/** Text as bytes: characters, numbers and times. */
package io.platelake.city.text;
