"""Up to which fine a case may be decided on the spot (行政处罚法 article 51)."""

MOST_FOR_CITIZENS = 200_00
MOST_FOR_ORGANISATIONS = 3_000_00
