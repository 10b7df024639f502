"""TRL's own loss on a model that is nothing but the log-probabilities of its tokens."""
from collections import defaultdict
from types import SimpleNamespace

import torch
from trl import DPOTrainer


def loss(per_token, mask, reference_chosen, reference_rejected, *, beta, loss_type="sigmoid", label_smoothing=0.0,
         f_divergence="reverse_kl", f_alpha=1.0, discopop_tau=0.05, sft=0.0):
    """Rows are all chosen responses, then all rejected ones; per_token and mask are [2 pairs, tokens]."""
    zeros = torch.zeros_like(per_token)
    alone = SimpleNamespace(device="cpu", gather=lambda x: x, gather_for_metrics=lambda x: x)
    model = lambda **inputs: SimpleNamespace(
        log_probs=per_token * mask, entropy=zeros, mean_logits=zeros, is_top1=zeros.bool())
    types, weights = ([loss_type, "sft"], [1.0, sft]) if sft else ([loss_type], [1.0])
    trainer = SimpleNamespace(
        model=SimpleNamespace(training=True), accelerator=alone, aux_loss_enabled=False, ld_alpha=None,
        precompute_ref_logps=True, f_divergence_type=f_divergence, f_alpha_divergence_coef=f_alpha,
        loss_types=types, loss_weights=weights, beta=beta, label_smoothing=label_smoothing, use_weighting=False,
        args=SimpleNamespace(discopop_tau=discopop_tau), _metrics=defaultdict(lambda: defaultdict(list)),
        _total_train_tokens=0, _tp_size=1)
    first = torch.zeros(len(mask), 1, dtype=torch.long)
    ids = torch.cat([first, torch.zeros_like(mask)], 1)
    inputs = {"input_ids": ids, "attention_mask": torch.cat([first + 1, mask], 1),
              "completion_mask": torch.cat([first, mask], 1),
              "ref_chosen_logps": reference_chosen, "ref_rejected_logps": reference_rejected}
    return DPOTrainer._compute_loss(trainer, model, inputs, False)
