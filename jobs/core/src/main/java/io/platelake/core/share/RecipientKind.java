package io.platelake.core.share;

import io.platelake.core.policy.Policy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of recipient that policies name, and how the register tells whether a body is of it. */
enum RecipientKind {
  IMMIGRATION_ENFORCEMENT(true) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return body.immigration();
    }
  },
  COMMERCIAL(true) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(body.kind().equals("commercial"));
    }
  },
  FEDERAL(true) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(body.isFederal());
    }
  },
  OUT_OF_STATE(true) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      if (body.isFederal()) {
        return Told.NO;
      }
      return body.jurisdiction()
          .map(state -> Told.of(!state.equals(policy.jurisdiction())))
          .orElse(body.isPublic() ? Told.UNCLEAR : Told.NO);
    }
  },
  PRIVATE(true) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(!body.isPublic() && !body.kind().equals("research"));
    }
  },
  /** Its parent may be verified, and it may not. */
  UNVERIFIED(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(!body.isVerified(at));
    }
  },
  /** Judged by the request and its grant, not by the body. */
  UNAUTHORIZED_DIRECT_ACCESS(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.NO;
    }
  },
  LAW_ENFORCEMENT(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(body.kind().equals("law_enforcement"));
    }
  },
  PROSECUTORIAL(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(body.kind().equals("prosecutorial"));
    }
  },
  OTHER_PUBLIC_AGENCY(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(body.kind().equals("other_public_agency"));
    }
  },
  CALIFORNIA_PUBLIC_AGENCY(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      boolean local = List.of("local", "state", "campus").contains(body.level());
      return Told.of(
          body.isPublic() && local && body.jurisdiction().filter("US-CA"::equals).isPresent());
    }
  },
  AGENCY(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(body.isPublic());
    }
  },
  THIRD_PARTY(false) {
    @Override
    Told tells(Recipient body, Policy policy, Instant at) {
      return Told.of(!body.isPublic());
    }
  };

  private final boolean inherited;

  RecipientKind(boolean inherited) {
    this.inherited = inherited;
  }

  /** Whether a unit of such a body is of the kind too. */
  boolean isInherited() {
    return inherited;
  }

  abstract Told tells(Recipient body, Policy policy, Instant at);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RecipientKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
