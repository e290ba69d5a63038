"""Six rules as somebody would write them by hand, to see what the words cost."""

from __future__ import annotations

BY_HAND: dict[str, str] = {
    "RY-02": """
        SELECT a.case_id, a.id FROM acts AS a WHERE a.role = 'officer'
        AND NOT EXISTS (SELECT 1 FROM certificates AS c WHERE c.person_id = a.actor_id
            AND c.kind = 'enforcement' AND c.valid_from <= a.occurred_on
            AND coalesce(c.valid_until, DATE '9999-12-31') >= a.occurred_on)""",
    "ZT-01": """
        SELECT a.case_id, a.id FROM acts AS a JOIN cases AS k USING (case_id)
        WHERE a.step = 'decide' AND NOT EXISTS (SELECT 1 FROM organs AS o
            WHERE o.id = k.organ_id AND o.qualified_from <= a.occurred_on
            AND coalesce(o.qualified_until, DATE '9999-12-31') >= a.occurred_on)""",
    "ZT-02": """
        SELECT a.case_id, a.id FROM acts AS a JOIN cases AS k USING (case_id)
        JOIN organs AS o ON o.id = k.organ_id WHERE (a.step = 'file_case'
            OR (a.step = 'begin' AND k.procedure = 'enforcement.on_the_spot_penalty'))
        AND (o.announced_on IS NULL OR o.announced_on > a.occurred_on)""",
    "ZT-07": """
        WITH k AS (SELECT c.case_id, c.organ_id, c.opened_on, c.stage, f.item_id,
                f.act_began_on AS began, coalesce(f.act_ended_on, f.act_began_on) AS ended,
                p.party_id
            FROM cases AS c JOIN penalty_files AS f USING (case_id)
            JOIN case_parties AS p USING (case_id)
            WHERE c.number <> '' AND f.act_began_on IS NOT NULL)
        SELECT a.case_id, 0 FROM k AS a JOIN k AS b
            ON a.party_id = b.party_id AND a.item_id = b.item_id
            AND a.organ_id <> b.organ_id AND b.opened_on < a.opened_on
            AND b.began <= a.ended AND a.began <= b.ended
        WHERE b.stage NOT IN ('transferred', 'not_filed')""",
    "papers_not_made": """
        SELECT a.case_id, a.id, d.document FROM acts AS a
        JOIN courses AS c ON c.id = a.course_id
        JOIN declared_papers AS d ON d.procedure = c.procedure AND d.step = a.step
        WHERE NOT EXISTS (SELECT 1 FROM papers AS p WHERE p.course_id = a.course_id
            AND p.document = d.document AND p.state = 'issued')""",
    "papers_not_served": """
        SELECT p.case_id, p.id FROM papers AS p JOIN courses AS c ON c.id = p.course_id
        JOIN (SELECT DISTINCT procedure, document FROM declared_papers) AS d
            ON d.procedure = c.procedure AND d.document = p.document
        WHERE p.must_serve AND p.state = 'issued' AND p.served_on IS NULL
        AND ((SELECT today FROM ctx) - p.made_on > 7 OR c.ended_at IS NOT NULL)""",
}
